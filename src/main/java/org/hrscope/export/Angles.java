package org.hrscope.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.motion.AngleName;
import org.hrscope.motion.JointAngle;
import org.jspecify.annotations.Nullable;

/// The angles that results report of each person. Immutable.
///
/// @param least score of a joint below which its angles are not reported
public record Angles(List<AngleName> names, double least) {
    public static final Angles NONE = new Angles(List.of(), 0);

    public Angles {
        names = List.copyOf(names);
    }

    /// @param texts see [AngleName#parse]
    /// @throws Problem `angle.three`
    public static Angles parse(List<String> texts, double least) throws Problem {
        List<AngleName> names = new ArrayList<>();
        for (String text : texts) names.add(AngleName.parse(text));
        return new Angles(names, least);
    }

    /// @throws Problem `angle.joint` if the skeleton lacks a joint
    In in(Skeleton skeleton) throws Problem {
        List<JointAngle> found = new ArrayList<>();
        for (AngleName name : names) found.add(name.in(skeleton));
        return new In(columns(), found, least);
    }

    List<String> columns() {
        return names.stream().map(AngleName::column).toList();
    }

    /// In one skeleton. Immutable.
    record In(List<String> columns, List<JointAngle> angles, double least) {
        static final In NONE = new In(List.of(), List.of(), 0);

        /// In degrees to hundredths, in the order they were asked for; null where a joint is unsure.
        List<@Nullable Double> of(Pose pose) {
            List<@Nullable Double> all = new ArrayList<>();
            for (JointAngle angle : angles) {
                OptionalDouble degrees = angle.degrees(pose, least);
                all.add(
                        degrees.isPresent()
                                ? (Double) CocoResult.hundredth(degrees.getAsDouble())
                                : null);
            }
            return all;
        }

        /// Those that are known, by their columns; null if none was asked for.
        @Nullable Map<String, Double> named(Pose pose) {
            if (columns.isEmpty()) return null;
            Map<String, Double> known = new LinkedHashMap<>();
            List<@Nullable Double> all = of(pose);
            for (int i = 0; i < columns.size(); i++) {
                Double degrees = all.get(i);
                if (degrees != null) known.put(columns.get(i), degrees);
            }
            return known;
        }
    }
}
