package org.laurel.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.laurel.events.Topic;
import org.laurel.stack.LaurelService;
import org.laurel.stack.Stack;

/** Where canaries still are: by place, what was found there. */
final class Remains {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Stack stack;
    private final Canaries canaries;

    Remains(Stack stack, Canaries canaries) {
        this.stack = stack;
        this.canaries = canaries;
    }

    /** In every row of every table of every service: texts and JSON as they are, bytes as text. */
    Map<String, Set<String>> inDatabases() throws SQLException {
        Map<String, Set<String>> found = new TreeMap<>();
        for (LaurelService service : LaurelService.everywhere()) {
            try (Connection connection = stack.database(service).connect()) {
                for (String table : texts(connection, """
                        select format('%I.%I', table_schema, table_name) from information_schema.tables
                        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                        """)) {
                    note(found, service + " " + table, String.join("\n", texts(connection, rows(connection, table))));
                }
            }
        }
        return found;
    }

    /** In every record that any topic still holds, headers and keys included. */
    Map<String, Set<String>> inTopics() {
        Map<String, Object> settings = Map.of("bootstrap.servers", stack.kafkaBootstrap());
        Map<String, Set<String>> found = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = Arrays.stream(Topic.values())
                    .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
                for (ConsumerRecord<byte[], byte[]> one : consumer.poll(POLL)) {
                    note(found, one.topic(), text(one.key()) + one.headers() + text(one.value()));
                }
            }
        }
        return found;
    }

    /** In logs and all other files below the folder, but for those of the database server itself. */
    Map<String, Set<String>> inFiles(Path data) throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.equals(data.resolve("postgres"))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                try {
                    if (attributes.isRegularFile()) {
                        note(found, data.relativize(file).toString(), text(Files.readAllBytes(file)));
                    }
                    return FileVisitResult.CONTINUE;
                } catch (NoSuchFileException deleted) {
                    return visitFileFailed(file, deleted);
                }
            }

            // Kafka deletes files while we look.
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                return failure instanceof NoSuchFileException && !file.equals(data)
                        ? FileVisitResult.CONTINUE
                        : super.visitFileFailed(file, failure);
            }
        });
        return found;
    }

    private void note(Map<String, Set<String>> found, String place, String text) {
        if (!canaries.in(text).isEmpty()) {
            found.put(place, canaries.in(text));
        }
    }

    private static String rows(Connection connection, String table) throws SQLException {
        List<String> bytes = texts(
                connection,
                "select format(', encode(t.%I, ''escape'')', attname) from pg_attribute where attrelid = '" + table
                        + "'::regclass and atttypid = 'bytea'::regtype and attnum > 0 and not attisdropped");
        return "select concat_ws(' ', t::text" + String.join("", bytes) + ") from " + table + " t";
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
