package org.laurel.programs.catalogueimport.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.laurel.kit.problem.ProblemException;
import org.laurel.programs.catalogueimport.db.ImportItems;
import org.laurel.programs.catalogueimport.db.ImportItems.Added;
import org.laurel.programs.catalogueimport.db.ImportTable;
import org.laurel.programs.catalogueimport.db.ImportTable.Locked;
import org.laurel.programs.catalogueimport.db.ImportTable.Part;
import org.laurel.programs.catalogueimport.domain.ItemKind;
import org.laurel.programs.catalogueimport.domain.Place;

/** Takes parts of open imports: keeps their items until the import's job works them off. */
@ApplicationScoped
public class PartTaking {

    private static final int BATCH = 100;

    private final ImportTable imports;
    private final ImportItems items;
    private final ObjectMapper json;
    private final Clock clock;

    PartTaking(ImportTable imports, ImportItems items, ObjectMapper json, Clock clock) {
        this.imports = imports;
        this.items = items;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A part to take.
     *
     * @param number from 1
     * @param usual what the items of a bare array or page are
     */
    public record Take(long importId, int number, ItemKind usual, String document) {}

    /** A part that is there. */
    public record Taken(int number, long items, String sha256) {}

    /**
     * Takes the parts.
     *
     * @throws ProblemException when an import is unknown, not open, or has another part of the number; when a document is no
     *     JSON
     */
    @Transactional
    public List<Taken> apply(List<Take> commands) {
        return commands.stream().map(this::take).toList();
    }

    private Taken take(Take take) {
        Locked locked = imports.lock(take.importId()).orElseThrow(() -> ImportProblems.unknown(take.importId()));
        String sha256 = sha256(take);
        Optional<Part> there = imports.parts(locked.id()).stream()
                .filter(part -> part.number() == take.number())
                .findFirst();
        if (there.isPresent()) {
            return repeated(there.get(), sha256);
        }
        if (!locked.isOpen()) {
            throw ImportProblems.conflict(
                    "import_started", "The import has started and takes no more parts. Begin another one.");
        }
        long count = keep(take);
        imports.add(locked.id(), new Part(take.number(), sha256, count), clock.instant());
        return new Taken(take.number(), count, sha256);
    }

    private static Taken repeated(Part there, String sha256) {
        if (!there.sha256().equals(sha256)) {
            throw ImportProblems.conflict(
                    "part_differs",
                    "Part " + there.number() + " is here already, with other content. Begin another import.");
        }
        return new Taken(there.number(), there.items(), sha256);
    }

    private long keep(Take take) {
        Batch batch = new Batch(take);
        try {
            DocumentItems.read(json, take.document(), take.usual(), batch::add);
        } catch (IOException malformed) {
            throw ProblemException.badRequest("unreadable_body", "The body is not the JSON that is expected here.");
        }
        batch.write();
        return batch.count;
    }

    private static String sha256(Take take) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(take.usual().slug().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(take.document().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Items of a part, written a hundred at a time. */
    private final class Batch {

        private final Take take;
        private final List<Added> waiting = new ArrayList<>(BATCH);
        private long count;

        Batch(Take take) {
            this.take = take;
        }

        void add(DocumentItems.Item item) {
            count++;
            waiting.add(new Added(new Place(take.number(), count), item.kind(), item.subject(), item.content()));
            if (waiting.size() == BATCH) {
                write();
            }
        }

        void write() {
            items.add(take.importId(), waiting);
            waiting.clear();
        }
    }
}
