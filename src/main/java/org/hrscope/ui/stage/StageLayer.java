package org.hrscope.ui.stage;

import org.hrscope.ui.common.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;

/// The layers over the frame, in the order of the number keys.
public enum StageLayer {
    SKELETON(MaterialDesignH.HUMAN_HANDSUP, true),
    HEATMAPS(MaterialDesignB.BLUR, true),
    BOX(MaterialDesignA.ARROW_EXPAND_ALL, false),
    CROP(MaterialDesignC.CROP, true),
    NAMES(MaterialDesignF.FORMAT_LETTER_CASE, false),
    SCORES(MaterialDesignN.NUMERIC, false),
    TRAILS(MaterialDesignM.METEOR, false),
    ANGLES(MaterialDesignA.ANGLE_ACUTE, false);

    private final Ikon icon;
    private final boolean usual;

    StageLayer(Ikon icon, boolean usual) {
        this.icon = icon;
        this.usual = usual;
    }

    Ikon icon() {
        return icon;
    }

    /// Whether it is visible at the first start.
    public boolean usual() {
        return usual;
    }

    /// Its text key.
    public String textKey() {
        return Texts.key("layer.", this);
    }
}
