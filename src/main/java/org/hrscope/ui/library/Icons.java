package org.hrscope.ui.library;

import org.hrscope.library.CatalogueEntry.Kind;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// Icons for what networks detect and for the actions.
final class Icons {
    private Icons() {}

    static Ikon of(Kind kind) {
        return switch (kind) {
            case BODY -> MaterialDesignH.HUMAN;
            case WHOLE_BODY -> MaterialDesignH.HUMAN_HANDSUP;
            case HAND -> MaterialDesignH.HAND_BACK_LEFT_OUTLINE;
            case FACE -> MaterialDesignF.FACE_RECOGNITION;
            case ANIMAL -> MaterialDesignP.PAW_OUTLINE;
            case CLOTHES -> MaterialDesignT.TSHIRT_CREW_OUTLINE;
        };
    }

    static Ikon of(Action action) {
        return switch (action) {
            case USE -> MaterialDesignP.PLAY;
            case DOWNLOAD -> MaterialDesignD.DOWNLOAD;
            case CHOOSE -> MaterialDesignF.FOLDER_OPEN_OUTLINE;
            case CANCEL -> MaterialDesignC.CLOSE;
            case VERIFY -> MaterialDesignS.SHIELD_CHECK_OUTLINE;
            case REMOVE -> MaterialDesignT.TRASH_CAN_OUTLINE;
        };
    }
}
