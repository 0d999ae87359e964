package org.hrscope.teach;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hrscope.domain.Problem;
import org.hrscope.file.FileWork;
import org.hrscope.file.WholeFile;

/// What came of the clicks so far.
///
/// @param file   the network with all joints that are shown anywhere
/// @param set    what they are read from
/// @param added  as they are in the file
/// @param joints by name; without those never shown
public record Taught(
        Path file, FeatureSet set, List<TaughtJoint> added, Map<String, Progress> joints) {

    public Taught {
        added = List.copyOf(added);
        joints = Collections.unmodifiableMap(new LinkedHashMap<>(joints));
    }

    /// A copy, to be kept.
    ///
    /// @throws Problem `file.unwritable`
    public void write(Path to) throws Problem {
        FileWork.writing(to, () -> WholeFile.copy(file, to));
    }

    /// How well one joint is known.
    ///
    /// @param shown     number of people it is shown on
    /// @param errors    each left out in turn, in heights of the crop; empty with fewer than two
    /// @param last      the same read from the last features alone; empty if that is what it is read from
    /// @param nearest   the network's joint it is nearest to; empty if that has none
    /// @param curve     error by number of clicks
    /// @param untrained the same on random weights; empty if the network is no HRNet
    public record Progress(
            int shown,
            List<Double> errors,
            List<Double> last,
            String nearest,
            List<Teacher.CurvePoint> curve,
            List<Teacher.CurvePoint> untrained) {
        public static final Progress NONE =
                new Progress(0, List.of(), List.of(), "", List.of(), List.of());
    }
}
