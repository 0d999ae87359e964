package org.hrscope.ui.teach;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hrscope.teach.Taught;
import org.hrscope.teach.Taught.Progress;
import org.hrscope.teach.Teacher.CurvePoint;
import org.hrscope.ui.common.Changes;
import org.hrscope.ui.common.Paragraph;
import org.hrscope.ui.common.Presence;
import org.hrscope.ui.common.Styled;
import org.hrscope.ui.common.Texts;

/// The learning curves of the joint being taught, on the network and on the same one untrained, side by side. FX
/// thread.
public final class CurvePair extends VBox {
    private final TeachViewModel model;
    private final Texts texts;
    private final LearningCurveView trained = new LearningCurveView();
    private final LearningCurveView untrained = new LearningCurveView();
    private final Label left = new Label();
    private final Label right = new Label();
    private final Label none = Styled.as(new Label(), "muted");

    public CurvePair(TeachViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        HBox both = Styled.as(new HBox(side(left, trained), side(right, untrained)), "button-row");
        none.textProperty().bind(texts.of("lesson.curves.none"));
        none.setWrapText(true);
        Presence.when(none.visibleProperty().not(), both);
        none.managedProperty().bind(none.visibleProperty());
        getChildren().addAll(both, none);
        Changes.now(
                this::show,
                model.taughtProperty(),
                model.activeProperty(),
                texts.languageProperty());
    }

    private static VBox side(Label name, LearningCurveView curve) {
        Paragraph.of(name);
        VBox side = Styled.as(new VBox(name, curve), "curve-side");
        side.setPrefWidth(100);
        HBox.setHgrow(side, Priority.ALWAYS);
        return side;
    }

    private void show() {
        Taught taught = model.taughtProperty().getValue();
        String joint = model.activeProperty().get();
        Progress progress =
                taught == null || joint == null
                        ? Progress.NONE
                        : taught.joints().getOrDefault(joint, Progress.NONE);
        none.setVisible(progress.curve().isEmpty());
        trained.show(progress.curve(), List.of());
        untrained.show(List.of(), progress.untrained());
        left.setText(words("lesson.curves.trained", progress.curve()));
        right.setText(words("lesson.curves.untrained", progress.untrained()));
    }

    /// With the error that the curve ends at.
    private String words(String key, List<CurvePoint> curve) {
        return curve.isEmpty() ? "" : texts.get(key, Math.round(100 * curve.getLast().error()));
    }
}
