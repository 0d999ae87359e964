package org.hrscope.batch;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.export.FoundPose;
import org.hrscope.people.FoundPerson;
import org.hrscope.pipeline.Grabbed;
import org.hrscope.threads.Workers;

/// Finds people in unrelated images: the looks at one image need each other's answers, so each image is finished on a
/// thread of its own, and the network is kept busy by the others. Results as from the finder alone, requested in order.
/// One thread; close after the last image.
public final class SeparateImages implements PeopleFinder, AutoCloseable {
    private final PeopleFinder finder;
    private final int atOnce;
    private final Workers workers;

    /// @param finder whose searches may be finished on any thread, in any order
    /// @param lanes  of the network. Twice as many images: some take three looks one after the other, others one
    public SeparateImages(PeopleFinder finder, int lanes) {
        this.finder = finder;
        atOnce = 2 * lanes;
        workers = new Workers("image", atOnce);
    }

    @Override
    public int atOnce() {
        return atOnce;
    }

    @Override
    public Search begin(Grabbed grabbed, List<FoundPerson> known, NetworkAnswers answers)
            throws Problem {
        Search search = finder.begin(grabbed, known, answers);
        Frame frame = grabbed.frame().retain();
        try {
            CompletableFuture<List<FoundPose>> people =
                    workers.submit(() -> {
                        try (frame) {
                            return search.people();
                        }
                    });
            return () -> Workers.await(people);
        } catch (Throwable noThread) {
            frame.close();
            throw noThread;
        }
    }

    /// Waits for every image begun.
    @Override
    public void close() {
        workers.close();
    }
}
