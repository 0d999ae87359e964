package org.hrscope.ui.player;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.hrscope.people.PersonMode;
import org.hrscope.ui.common.Chip;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.selection.Selection;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/// How many people are on stage, and a menu of where they are looked for. FX thread.
public final class PeopleChip extends Chip {
    /// Tracking a single person is not offered: finding everyone covers it.
    private static final List<PersonMode> OFFERED =
            List.of(PersonMode.EVERYONE, PersonMode.WHOLE_PICTURE, PersonMode.DRAWN);

    private static final Map<PersonMode, Ikon> ICONS =
            Map.of(
                    PersonMode.EVERYONE, MaterialDesignA.ACCOUNT_GROUP_OUTLINE,
                    PersonMode.TRACKED, MaterialDesignA.ACCOUNT_GROUP_OUTLINE,
                    PersonMode.WHOLE_PICTURE, MaterialDesignI.IMAGE_OUTLINE,
                    PersonMode.DRAWN, MaterialDesignS.SELECT_DRAG);

    public PeopleChip(LiveViewModel live, Selection selection, Shell shell) {
        Texts texts = shell.texts();
        super(
                MaterialDesignA.ACCOUNT_GROUP_OUTLINE,
                texts.of(
                        () -> texts.get("people.count", selection.peopleProperty().get().size()),
                        selection.peopleProperty()),
                selection.peopleProperty().map(people -> "" + people.size()));
        shell.controls()
                .named(
                        this,
                        texts.of(
                                () ->
                                        texts.get(
                                                "people.menu",
                                                getText(),
                                                texts.get(key(live.peopleProperty().get()))),
                                textProperty(),
                                live.peopleProperty()));
        ToggleGroup group = new ToggleGroup();
        for (PersonMode mode : OFFERED) {
            RadioMenuItem item = new RadioMenuItem();
            item.textProperty().bind(texts.of(key(mode)));
            item.setGraphic(new FontIcon(icon(mode)));
            item.setToggleGroup(group);
            item.setOnAction(event -> live.peopleProperty().set(mode));
            live.peopleProperty().addListener((p, before, now) -> item.setSelected(now == mode));
            item.setSelected(live.peopleProperty().get() == mode);
            getItems().add(item);
        }
        MenuItem drop = new MenuItem();
        drop.textProperty().bind(texts.of("people.drop"));
        drop.disableProperty().bind(live.peopleProperty().isNotEqualTo(PersonMode.DRAWN));
        drop.setOnAction(event -> live.dropBox());
        getItems().addAll(new SeparatorMenuItem(), drop);
        live.peopleProperty().addListener((property, before, now) -> icon(icon(now)));
        icon(icon(live.peopleProperty().get()));
    }

    private static Ikon icon(PersonMode mode) {
        return Objects.requireNonNull(ICONS.get(mode));
    }

    private static String key(PersonMode mode) {
        return "people." + mode.name().toLowerCase(Locale.ROOT);
    }
}
