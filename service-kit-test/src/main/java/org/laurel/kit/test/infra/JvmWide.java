package org.laurel.kit.test.infra;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Reaches a singleton of the system class loader from classes of any class loader. Quarkus gives tests class loaders that
 * come and go, and a server that was loaded by one of them would fail when it is closed.
 */
final class JvmWide {

    private JvmWide() {}

    /**
     * A view of the singleton.
     *
     * @param type an interface whose methods use only types of the JDK
     * @param className a class with a static method {@code instance()}, which has the interface's methods
     */
    static <T> T of(Class<T> type, String className) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader system = ClassLoader.getSystemClassLoader();
        try {
            thread.setContextClassLoader(system);
            Method instance = Class.forName(className, true, system).getDeclaredMethod("instance");
            instance.setAccessible(true);
            Object singleton = instance.invoke(null);
            Object view = Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, args) -> call(singleton, method, args));
            return type.cast(view);
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException(className + " did not start", failed.getCause());
        } catch (ReflectiveOperationException wrong) {
            throw new LinkageError(className, wrong);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Object call(Object singleton, Method method, Object[] args) throws Throwable {
        Method same = singleton.getClass().getMethod(method.getName(), method.getParameterTypes());
        same.setAccessible(true);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(singleton.getClass().getClassLoader());
            return same.invoke(singleton, args);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
