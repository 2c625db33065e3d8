package org.laurel.kit.outbox;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A real producer after whose acknowledgements something may happen. */
final class CrashingProducer extends KafkaProducer<byte[], byte[]> {

    private Runnable crash = () -> {};
    private Runnable before = () -> {};

    CrashingProducer(String bootstrap) {
        super(
                Map.of("bootstrap.servers", bootstrap, "max.request.size", 17 * 1024 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    void crashAfterSending(Runnable next) {
        crash = next;
    }

    void beforeSending(Runnable next) {
        before = next;
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
        before.run();
        Acknowledgement acknowledgement = new Acknowledgement(() -> {
            Runnable now = crash;
            crash = () -> {};
            now.run();
        });
        Future<RecordMetadata> sent = super.send(record, (taken, failure) -> {
            if (failure == null) {
                acknowledgement.complete(taken);
            } else {
                acknowledgement.completeExceptionally(failure);
            }
        });
        return sent.isDone() ? sent : acknowledgement;
    }

    /** An acknowledgement after which something may happen. */
    private static final class Acknowledgement extends CompletableFuture<RecordMetadata> {

        private final Runnable afterwards;

        Acknowledgement(Runnable afterwards) {
            this.afterwards = afterwards;
        }

        @Override
        public RecordMetadata get(long time, TimeUnit unit)
                throws InterruptedException, ExecutionException, TimeoutException {
            RecordMetadata taken = super.get(time, unit);
            afterwards.run();
            return taken;
        }
    }
}
