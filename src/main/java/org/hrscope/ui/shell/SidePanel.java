package org.hrscope.ui.shell;

import java.util.function.Supplier;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;

/// A panel of the right side. To add one, add a line to the list in [MainWindow], and two texts.
///
/// @param id      names its texts: `side.ID`, one word under the icon, and `side.ID.about`, what it is for; remembered
///                in the settings
/// @param content created when the panel is first shown. What may grow taller than the window belongs in a
///                [org.hrscope.ui.common.TallPane]. It is in the scene only while it is seen
record SidePanel(String id, Ikon icon, Supplier<? extends Region> content) {
    String textKey() {
        return "side." + id;
    }
}
