package org.hrscope.pipeline;

import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Keypoint;

/// One frame of the source with everyone already known in it, as in a shared view: nobody is searched or followed, so
/// the same frame gives the same joints again.
///
/// @param frame its index
public record KnownFrame(long frame, List<Someone> people) {

    /// @param box    to be cropped, in image pixels
    /// @param joints as shown, in skeleton order; empty for the network's own
    public record Someone(int identity, BoundingBox box, List<Keypoint> joints) {
        public Someone {
            joints = List.copyOf(joints);
        }
    }

    public KnownFrame {
        people = List.copyOf(people);
    }

    boolean is(Frame.Origin origin) {
        return origin.index() == frame;
    }
}
