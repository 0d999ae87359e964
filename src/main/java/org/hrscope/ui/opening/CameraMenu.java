package org.hrscope.ui.opening;

import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.hrscope.capture.CameraInfo;
import org.hrscope.capture.CameraMode;
import org.hrscope.ui.common.Texts;

/// Resolution and rate of one camera. What it offers cannot be asked, so the usual ones are listed; a camera that lacks
/// one gives its nearest, and says so. A choice is remembered and opens the camera anew. FX thread.
final class CameraMenu extends Menu {
    private static final List<CameraMode> SIZES =
            List.of(
                    new CameraMode(640, 480, 0),
                    CameraMode.USUAL,
                    new CameraMode(1920, 1080, 0),
                    new CameraMode(3840, 2160, 0));

    private static final List<Integer> RATES = List.of(0, 15, 30, 60);

    CameraMenu(CameraInfo camera, Opener opener, Texts texts) {
        super(texts.get("camera.mode", camera.name()));
        setMnemonicParsing(false);
        CameraMode now = opener.cameras().of(camera).mode();
        ToggleGroup sizes = new ToggleGroup();
        for (CameraMode size : SIZES) {
            CameraMode mode = now.sized(size.width(), size.height());
            String text = size.width() + " × " + size.height();
            getItems().add(item(text, mode, now, sizes, () -> open(camera, mode, opener)));
        }
        getItems().add(new SeparatorMenuItem());
        ToggleGroup rates = new ToggleGroup();
        for (int rate : RATES) {
            CameraMode mode = now.at(rate);
            String text =
                    rate == 0 ? texts.get("camera.mode.own") : texts.get("camera.mode.rate", rate);
            getItems().add(item(text, mode, now, rates, () -> open(camera, mode, opener)));
        }
    }

    private static RadioMenuItem item(
            String text, CameraMode mode, CameraMode now, ToggleGroup group, Runnable action) {
        RadioMenuItem item = new RadioMenuItem(text);
        item.setToggleGroup(group);
        item.setSelected(mode.equals(now));
        item.setOnAction(event -> action.run());
        return item;
    }

    private static void open(CameraInfo camera, CameraMode mode, Opener opener) {
        opener.cameras().choose(camera.name(), mode);
        opener.open(opener.cameras().of(camera));
    }
}
