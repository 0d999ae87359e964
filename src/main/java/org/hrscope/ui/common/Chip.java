package org.hrscope.ui.common;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// A noun of the top bar, such as the source in use, with a menu of the others. Where the bar is short of space only
/// its icon remains, and a number if it has one; its tool tip always says all. FX thread.
public class Chip extends MenuButton implements Shrinking {
    private static final int LONGEST = 18;

    private final FontIcon icon;
    private final ObservableValue<String> words;
    private final BooleanProperty small = new SimpleBooleanProperty();

    /// @param words  what is chosen
    /// @param number what remains of the words where space is short; may be empty
    protected Chip(Ikon icon, ObservableValue<String> words, ObservableValue<String> number) {
        this.icon = new FontIcon(icon);
        this.words = words;
        setGraphic(this.icon);
        setMnemonicParsing(false);
        getStyleClass().add("chip");
        setMinWidth(USE_PREF_SIZE);
        textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> small.get() ? number.getValue() : brief(words.getValue()),
                                small,
                                words,
                                number));
    }

    protected final void icon(Ikon now) {
        icon.setIconCode(now);
    }

    /// Of a long file name the beginning and the end.
    static String brief(String name) {
        if (name.length() <= LONGEST) return name;
        int half = LONGEST / 2;
        return name.substring(0, half) + "…" + name.substring(name.length() - half + 1);
    }

    @Override
    public final void shrink(boolean now) {
        small.set(now);
    }

    @Override
    public final ObservableValue<String> fullProperty() {
        return words;
    }
}
