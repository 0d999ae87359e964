package org.hrscope.ui.common;

import java.util.function.Consumer;
import javafx.scene.control.SelectionModel;

/// What a list does with the item that is chosen in it. FX thread.
public final class Chosen {
    private Chosen() {}

    /// Told of each choice, not of its end.
    public static <T> void in(SelectionModel<T> list, Consumer<T> chosen) {
        list.selectedItemProperty()
                .subscribe((_, now) -> {
                    if (now != null) chosen.accept(now);
                });
    }
}
