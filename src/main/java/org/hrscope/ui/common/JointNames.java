package org.hrscope.ui.common;

import java.util.MissingResourceException;

/// Joint names in the window's language; the dataset's own name if there is no translation. FX thread.
public record JointNames(Texts texts) {
    /// @param name as in the skeleton, `left_wrist`
    public String of(String name) {
        try {
            return texts.get("joint." + name);
        } catch (MissingResourceException untranslated) {
            return name.replace('_', ' ');
        }
    }
}
