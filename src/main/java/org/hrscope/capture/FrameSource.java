package org.hrscope.capture;

import java.util.List;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// An open source of frames. Opened, read and closed by one thread.
public interface FrameSource extends AutoCloseable {

    /// Key of a note that is no failure: of an animated image, the first is read.
    String ANIMATED = "picture.animated";

    SourceInfo info();

    /// Waits for the next frame, which the caller closes; null at the end.
    ///
    /// @throws Problem if the source is lost or broken; it can then only be closed
    @Nullable Frame next() throws Problem;

    /// Seeks, so that [#next()] returns the frame with this index (from 0). Only if [SourceInfo#seekable()].
    default void seek(long index) throws Problem {
        throw new UnsupportedOperationException(info().name() + " cannot seek");
    }

    /// Passes over the next frames, up to the end. Sources that can do so more cheaply than by reading them do.
    default void skip(int frames) throws Problem {
        for (int i = 0; i < frames; i++) {
            Frame passed = next();
            if (passed == null) return;
            passed.close();
        }
    }

    /// What was skipped over since the last call: a broken image in a folder, or all but the first image of a file.
    default List<Problem> takeSkipped() {
        return List.of();
    }

    @Override
    void close();
}
