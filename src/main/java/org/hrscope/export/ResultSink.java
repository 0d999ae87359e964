package org.hrscope.export;

import java.nio.file.Path;
import java.util.List;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;

/// Where results go, image by image: a file, a folder, several at once. Call `begin` once, `frame` per image,
/// `end`, and in any case `close`: whatever has not ended by then leaves nothing behind. One thread, which may be
/// interrupted: results already passed are written nevertheless.
public interface ResultSink extends AutoCloseable {
    /// @param skeleton of all poses to come
    void begin(Skeleton skeleton) throws Problem;

    /// @throws Problem after which nothing more is accepted
    void frame(FoundImage found) throws Problem;

    /// An image that an interrupted run had already given to this sink.
    default void again(FoundImage found) throws Problem {
        frame(found);
    }

    /// The same image again, now with its pixels, when an unfinished video is read once more. Only for sinks that keep
    /// pixels in one file, which cannot be appended to.
    default void passed(FoundImage found) throws Problem {}

    /// Moves what was written into place.
    default void end() throws Problem {}

    /// Files and folders with results, as far as they are in place.
    default List<Path> written() {
        return List.of();
    }

    @Override
    default void close() {}
}
