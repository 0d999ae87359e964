package org.hrscope.ui.player;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.hrscope.people.People;
import org.hrscope.people.PersonMode;
import org.hrscope.ui.common.Chip;
import org.hrscope.ui.common.RadioItems;
import org.hrscope.ui.common.Shell;
import org.hrscope.ui.common.TextItem;
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
                texts.of("people.count", selection.peopleProperty().map(People::size)),
                selection.peopleProperty().map(people -> "" + people.size()));
        shell.controls()
                .named(
                        this,
                        texts.of(
                                "people.menu",
                                textProperty(),
                                texts.ofConstant("people.", live.peopleProperty())));
        getItems().addAll(RadioItems.of(texts, "people.", OFFERED, live.peopleProperty()));
        for (int i = 0; i < OFFERED.size(); i++) {
            getItems().get(i).setGraphic(new FontIcon(icon(OFFERED.get(i))));
        }
        MenuItem drop = new TextItem(texts, "people.drop", live::dropBox);
        drop.disableProperty().bind(live.peopleProperty().isNotEqualTo(PersonMode.DRAWN));
        getItems().addAll(new SeparatorMenuItem(), drop);
        live.peopleProperty().subscribe((_, now) -> icon(icon(now)));
        icon(icon(live.peopleProperty().get()));
    }

    private static Ikon icon(PersonMode mode) {
        return Objects.requireNonNull(ICONS.get(mode));
    }
}
