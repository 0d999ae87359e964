package org.hrscope.people;

import java.util.List;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;

/// Finds people in whole images with a network of its own. Any thread, one at a time; the last user closes it.
public interface PersonFinder extends AutoCloseable {
    /// The most people found in one image.
    int MOST = 100;

    /// The network's display name.
    String name();

    /// Cores that one search takes.
    default int threads() {
        return 1;
    }

    /// Everyone in the frame, highest score first, non-maximum suppressed. Takes as long as the network does.
    ///
    /// @param frame remains the caller's
    /// @throws Problem `model.run`
    List<FoundPerson> find(Frame frame) throws Problem;

    /// As [#find], from the image and its mirror image together where the finder can: fewer false alarms for twice the
    /// time.
    default List<FoundPerson> findTwice(Frame frame) throws Problem {
        return find(frame);
    }

    @Override
    void close();
}
