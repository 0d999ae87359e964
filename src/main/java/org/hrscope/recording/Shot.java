package org.hrscope.recording;

import java.util.List;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Skeleton;

/// A frame to record, with what is drawn on it. Holds the frame until closed.
///
/// @param boxed,drawn whether the boxes, and the skeletons, are drawn
public record Shot(Frame frame, List<Pose> poses, Skeleton skeleton, boolean boxed, boolean drawn)
        implements AutoCloseable {

    public Shot {
        poses = List.copyOf(poses);
    }

    @Override
    public void close() {
        frame.close();
    }
}
