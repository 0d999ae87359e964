package org.hrscope.people;

import java.util.List;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;

/// Finds people in whole pictures, by a network of its own. Any thread, one at a time; the last one closes it.
public interface PersonFinder extends AutoCloseable {
    /// At most so many people are found in one picture.
    int MOST = 100;

    /// For people: the network's name.
    String name();

    /// Everyone in the frame, the surest first, no two boxes on one body as far as boxes can tell. Takes as long as the
    /// network does.
    ///
    /// @param frame stays the caller's
    /// @throws Problem `model.run`
    List<FoundPerson> find(Frame frame) throws Problem;

    @Override
    void close();
}
