package org.hrscope.capture;

import java.util.List;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// An open source of frames. One thread opens, reads and closes it.
public interface FrameSource extends AutoCloseable {

    SourceInfo info();

    /// Waits for the next frame, which is the caller's to close; null at the end.
    ///
    /// @throws Problem where the source is lost or broken; the source can then only be closed
    @Nullable Frame next() throws Problem;

    /// Moves so that [#next()] gives the frame of this index (from 0). Only where [SourceInfo#seekable()].
    default void seek(long index) throws Problem {
        throw new UnsupportedOperationException(info().name() + " cannot seek");
    }

    /// What was left out since the last call, such as a broken picture of a folder: the source goes on without it.
    default List<Problem> takeSkipped() {
        return List.of();
    }

    @Override
    void close();
}
