package org.hrscope.ui.common;

import java.util.MissingResourceException;

/// Joints in the window's language; as the data set has them where nobody translated them. FX thread.
public final class JointNames {
    private final Texts texts;

    public JointNames(Texts texts) {
        this.texts = texts;
    }

    /// @param name as in the skeleton, `left_wrist`
    public String of(String name) {
        try {
            return texts.get("joint." + name);
        } catch (MissingResourceException untranslated) {
            return name.replace('_', ' ');
        }
    }
}
