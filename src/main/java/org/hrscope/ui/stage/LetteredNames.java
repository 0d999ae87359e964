package org.hrscope.ui.stage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hrscope.domain.Skeleton;
import org.hrscope.ui.common.JointNames;

/// The joints' names in the window's language and the letters they need, made anew only where others are wanted. FX
/// thread; what it gives is immutable.
final class LetteredNames {
    /// Of scores, numbers, angles and sizes.
    private static final String ALWAYS = "0123456789 .-?°×";

    private Lettering letters = Lettering.of("");
    private String known = "";

    UnaryOperator<String> names(Skeleton skeleton, JointNames called) {
        List<String> joints = skeleton.joints();
        Map<String, String> now = new HashMap<>();
        for (String joint : joints) now.put(joint, called.of(joint));
        Map<String, String> given = Map.copyOf(now);
        String wanted = ALWAYS + String.join("", joints.stream().map(now::get).toList());
        if (!wanted.equals(known)) letters = Lettering.of(wanted);
        known = wanted;
        return joint -> given.getOrDefault(joint, joint);
    }

    Lettering letters() {
        return letters;
    }
}
