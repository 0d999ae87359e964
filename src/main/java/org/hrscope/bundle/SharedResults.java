package org.hrscope.bundle;

import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.motion.OneEuro;
import org.hrscope.motion.Smoothing;
import org.hrscope.people.PersonFinder;
import org.hrscope.people.PersonMode;
import org.jspecify.annotations.Nullable;

/// What the results depend on beside frame and network, and who was found.
///
/// @param finder the person finder's name; null if none was asked
/// @param drawn  the box drawn by hand, in image pixels; null for none
/// @param found  everyone in the frame
/// @param gains  what is cut or changed in the network, as `NAME=VALUE` or `NAME#CHANNEL=VALUE`
/// @param finderFile the person finder that was chosen; null for the bundled one
public record SharedResults(
        PersonMode people,
        @Nullable String finder,
        Decoder decoder,
        boolean flip,
        Smoothing smoothing,
        @Nullable BoundingBox drawn,
        List<SharedPerson> found,
        List<String> gains,
        @Nullable SharedNetwork finderFile) {

    /// @throws IllegalArgumentException if a value is absent or implausible
    public SharedResults {
        if (people == null || decoder == null) throw new IllegalArgumentException("incomplete");
        if (smoothing == null || smoothing.when() == null || smoothing.settings() == null)
            smoothing = new Smoothing(Smoothing.When.LIVE, OneEuro.STANDARD);
        found = found == null ? List.of() : List.copyOf(found);
        gains = gains == null ? List.of() : List.copyOf(gains);
        if (drawn != null && !drawn.isPlausible()) throw new IllegalArgumentException("box");
        // Each costs a run of the network, and a crop in memory until then.
        if (found.size() > PersonFinder.MOST) throw new IllegalArgumentException("people");
    }

    /// The same where another finder than the bundled one was chosen.
    public SharedResults foundBy(SharedNetwork chosen) {
        return new SharedResults(
                people, chosen.name(), decoder, flip, smoothing, drawn, found, gains, chosen);
    }
}
