package org.hrscope.batch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.hrscope.domain.Problem;
import org.hrscope.export.AllSinks;
import org.jspecify.annotations.Nullable;

/// How far an interrupted run got, according to its journal. One thread.
final class Past {
    private static final int NONE = -1;

    private final @Nullable Journal journal;
    private final List<Problem> told = new ArrayList<>();

    /// Finished single images, by file number.
    private final BitSet stills = new BitSet();

    private final boolean again;
    private int reached = NONE;

    /// The unfinished video, and where its frames start in the journal.
    private int begun = NONE;

    private long begunAt;

    /// @param journal null if there is none
    /// @param again   whether a finished video counts as unfinished, so that its frames are read once more
    Past(@Nullable Journal journal, boolean again) throws Problem {
        this.journal = journal;
        this.again = again;
        if (journal != null) journal.read(this::line);
    }

    private boolean line(Journal.Line line, long at) {
        SavedImage image = line.image();
        if (image != null && image.image().frame() == null) {
            stills.set(image.file());
            reached = Math.max(reached, image.file());
        } else if (image != null && image.file() != begun) {
            begun = image.file();
            begunAt = at;
        }
        if (line.trouble() != null) told.add(line.trouble().problem());
        if (line.done() != null && !(again && line.done() == begun)) {
            reached = Math.max(reached, line.done());
            if (begun <= reached) begun = NONE;
        }
        return true;
    }

    /// Problems already reported.
    List<Problem> told() {
        return told;
    }

    /// All files up to this number are finished; -1 for none.
    int reached() {
        return reached;
    }

    /// How many of these single images are finished.
    int stills(int first, int last) {
        return last < first ? 0 : stills.get(first, last + 1).cardinality();
    }

    /// Discards this video's frames: it starts over.
    void forget(int file) throws Problem {
        if (file != begun || journal == null) return;
        journal.cut(begunAt);
        begun = NONE;
    }

    /// Passes all recorded results to the sinks.
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

    /// This video's finished frames, in order.
    Iterator<SavedImage> frames(int file) {
        return journal == null || file != begun
                ? Collections.emptyIterator()
                : journal.images(file, begunAt);
    }
}
