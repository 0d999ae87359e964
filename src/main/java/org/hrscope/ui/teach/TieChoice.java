package org.hrscope.ui.teach;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.hrscope.teach.Taught;
import org.hrscope.ui.common.Caption;
import org.hrscope.ui.common.JointNames;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/// Which joint the limb of the active taught joint is drawn to: the nearest, one that is chosen, or none. FX thread.
final class TieChoice extends HBox {
    /// A joint by its name.
    ///
    /// @param to empty for no limb, null for the nearest
    record Tie(@Nullable String to) {}

    private static final Tie NEAREST = new Tie(null);
    private static final Tie NONE = new Tie("");

    private final TeachViewModel model;
    private final Texts texts;
    private final JointNames names;
    private final ComboBox<Tie> choice = new ComboBox<>();
    private boolean filling;

    TieChoice(TeachViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        names = new JointNames(texts);
        Label label = new Caption(texts, "teach.tie");
        label.setLabelFor(choice);
        label.setMinWidth(USE_PREF_SIZE);
        choice.accessibleTextProperty().bind(texts.of("teach.tie"));
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Tie tie) {
                        return tie == null ? "" : words(tie);
                    }

                    @Override
                    public Tie fromString(String words) {
                        throw new UnsupportedOperationException("is only chosen");
                    }
                });
        choice.setOnAction(event -> chosen());
        HBox.setHgrow(choice, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("button-row");
        getChildren().addAll(label, choice);
        Presence.when(model.activeProperty().isNotNull(), this);
    }

    private String words(Tie tie) {
        if (tie.equals(NONE)) return texts.get("teach.tie.none");
        if (tie.to != null) return names.of(tie.to);
        String nearest = nearest();
        return nearest.isEmpty()
                ? texts.get("teach.tie.nearest")
                : texts.get("teach.tie.nearest-is", names.of(nearest));
    }

    private String nearest() {
        Taught taught = model.taughtProperty().getValue();
        String joint = model.activeProperty().get();
        Taught.Progress progress =
                taught == null || joint == null ? null : taught.joints().get(joint);
        return progress == null ? "" : progress.nearest();
    }

    private void chosen() {
        String joint = model.activeProperty().get();
        Tie tie = choice.getValue();
        if (!filling && joint != null && tie != null) model.tie(joint, tie.to);
    }

    /// What can be chosen now, and what is.
    void show() {
        String joint = model.activeProperty().get();
        if (joint == null) return;
        List<Tie> ties = new ArrayList<>(List.of(NEAREST, NONE));
        for (String own : model.ownJoints()) ties.add(new Tie(own));
        for (String other : model.joints()) {
            if (!other.equals(joint)) ties.add(new Tie(other));
        }
        Tie now = new Tie(model.saidProperty().getValue().ties().get(joint));
        filling = true;
        if (!choice.getItems().equals(ties)) choice.getItems().setAll(ties);
        // The same value has other words in another language, and once the nearest is known.
        choice.setValue(null);
        choice.setValue(
                ties.stream().filter(tie -> Objects.equals(tie, now)).findFirst().orElse(NEAREST));
        filling = false;
    }
}
