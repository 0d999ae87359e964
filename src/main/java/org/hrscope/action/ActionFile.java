package org.hrscope.action;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hrscope.domain.Problem;
import org.hrscope.json.Json;
import org.hrscope.motion.AngleName;
import org.jspecify.annotations.Nullable;

/// An [OwnAction] as JSON.
///
/// @param angles each by its three joints, such as `left_shoulder,left_elbow,left_wrist`
/// @param rate   moments of the curve per second
/// @param curve  degrees, by moment and angle
record ActionFile(
        @Nullable String name,
        @Nullable List<String> angles,
        double rate,
        double threshold,
        double @Nullable [] @Nullable [] curve) {
    private static final Json JSON = new Json(Json.Names.AS_WRITTEN);
    private static final int MOST_ANGLES = 64;

    /// A minute.
    private static final int MOST_MOMENTS = (int) (60 * Resampler.RATE) + 1;

    private static final double HALF_TURN = 180;

    static void write(Path file, OwnAction action) throws Problem {
        List<String> angles =
                action.angles().stream().map(angle -> String.join(",", angle.joints())).toList();
        JSON.write(
                file,
                new ActionFile(
                        action.name(), angles, Resampler.RATE, action.threshold(), action.curve()));
    }

    /// @throws Problem `file.missing`, `file.unreadable`, `json.broken`, `action.damaged`
    static OwnAction read(Path file) throws Problem {
        return JSON.read(file, ActionFile.class).checked(file);
    }

    private OwnAction checked(Path file) throws Problem {
        Problem damaged = new Problem("action.damaged", file);
        if (name == null || !ActionStore.nameable(name) || angles == null || curve == null) {
            throw damaged;
        }
        if (angles.isEmpty() || angles.size() > MOST_ANGLES || angles.contains(null)) throw damaged;
        boolean fits =
                rate == Resampler.RATE
                        && threshold > 0
                        && threshold <= HALF_TURN
                        && curve.length > 2
                        && curve.length <= MOST_MOMENTS;
        if (!fits) throw damaged;
        for (double[] moment : curve) {
            if (moment == null || moment.length != angles.size()) throw damaged;
            if (!Arrays.stream(moment).allMatch(at -> at >= 0 && at <= HALF_TURN)) throw damaged;
        }
        List<AngleName> names = new ArrayList<>();
        for (String angle : angles) {
            try {
                names.add(AngleName.parse(angle));
            } catch (Problem option) {
                // The sentence mentions the option --angle.
                throw new Problem(option, "action.damaged", file);
            }
        }
        return new OwnAction(name, names, curve, threshold);
    }
}
