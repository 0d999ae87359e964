package org.hrscope.export;

import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;

/// Where what was found goes, image by image: a file, a folder, several at once. `begin` once, `frame` for each image,
/// `end`, and `close` whatever happened: what has not ended by then leaves nothing behind. One thread, which may be
/// interrupted: what it was given is written all the same.
public interface ResultSink extends AutoCloseable {
    /// @param skeleton of everyone who will come
    void begin(Skeleton skeleton) throws Problem;

    /// @throws Problem after which nothing more is taken
    void frame(FoundImage found) throws Problem;

    /// An image that a run which broke off had given to this sink before.
    default void again(FoundImage found) throws Problem {
        frame(found);
    }

    /// What was written takes its place.
    void end() throws Problem;

    @Override
    void close();
}
