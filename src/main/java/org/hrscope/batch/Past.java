package org.hrscope.batch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.hrscope.domain.Problem;
import org.hrscope.export.AllSinks;
import org.jspecify.annotations.Nullable;

/// How far a run had come before it broke off, by its journal. One thread.
final class Past {
    private static final int NONE = -1;

    private final @Nullable Journal journal;
    private final List<Problem> told = new ArrayList<>();
    private final List<Integer> stills = new ArrayList<>();
    private int reached = NONE;

    /// The video that was begun and not done, and where its frames begin in the journal.
    private int begun = NONE;

    private long begunAt;

    /// @param journal null where none is kept
    Past(@Nullable Journal journal) throws Problem {
        this.journal = journal;
        if (journal != null) journal.read(this::line);
    }

    private boolean line(Journal.Line line, long at) {
        SavedImage image = line.image();
        if (image != null && image.image().frame() == null) {
            stills.add(image.file());
            reached = Math.max(reached, image.file());
        } else if (image != null && image.file() != begun) {
            begun = image.file();
            begunAt = at;
        }
        if (line.trouble() != null) told.add(line.trouble().problem());
        if (line.done() != null) {
            reached = Math.max(reached, line.done());
            if (begun <= reached) begun = NONE;
        }
        return true;
    }

    /// What a person was told then.
    List<Problem> told() {
        return told;
    }

    /// All files up to this number are done; -1 where none is.
    int reached() {
        return reached;
    }

    /// How many images of these files are done.
    long stills(int first, int last) {
        return stills.stream().filter(file -> file >= first && file <= last).count();
    }

    /// The video of this number is to be read from its beginning, as if it had not been begun.
    void forget(int file) throws Problem {
        if (file != begun || journal == null) return;
        journal.cut(begunAt);
        begun = NONE;
    }

    /// Gives the sinks all that was found then.
    void tell(AllSinks sinks, RunPlan plan) throws Problem {
        if (journal == null) return;
        journal.read((line, _) -> {
            SavedImage image = line.image();
            if (image == null) return true;
            sinks.again(image.found());
            if (image.file() <= reached) plan.pass(image.image());
            return true;
        });
    }

    /// The frames of this file that are done, in their order.
    Iterator<SavedImage> frames(int file) {
        return journal == null || file != begun
                ? Collections.emptyIterator()
                : journal.images(file, begunAt);
    }
}
