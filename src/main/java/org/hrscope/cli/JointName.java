package org.hrscope.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.NearestNames;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// The joint that `--joint` names.
final class JointName {
    private JointName() {}

    /// @return its index; empty if none is named
    /// @throws Problem `ablate.no-joint`
    static Optional<Integer> index(Path model, ModelInfo info, @Nullable String joint)
            throws Problem {
        if (joint == null) return Optional.empty();
        List<String> joints = info.skeleton().joints();
        int index = joints.indexOf(joint);
        if (index >= 0) return Optional.of(index);
        throw new Problem("ablate.no-joint", model, joint, NearestNames.of(joint, joints));
    }
}
