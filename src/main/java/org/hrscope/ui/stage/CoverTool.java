package org.hrscope.ui.stage;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import org.hrscope.domain.Frame;
import org.hrscope.pipeline.PipelineResult;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/// A brush that covers a part of the image. FX thread.
public final class CoverTool implements StageTool {

    /// What the brush works on.
    public interface Canvas {
        /// The brush's radius, relative to the shorter side of the image.
        double size();

        /// A stroke begins. Image pixels.
        void begin(double x, double y, double radius);

        /// The stroke goes on to here.
        void to(double x, double y);
    }

    private final StageView stage;
    private final Canvas canvas;
    private final Circle outline = new Circle();

    public CoverTool(StageView stage, Canvas canvas) {
        this.stage = stage;
        this.canvas = canvas;
        outline.setFill(Color.color(1, 1, 1, 0.15));
        outline.setStroke(Color.WHITE);
        outline.setStrokeWidth(1.5);
        outline.getStyleClass().add("brush-outline");
        outline.setVisible(false);
    }

    @Override
    public Face face() {
        return new Face("cover", MaterialDesignB.BRUSH, KeyCode.O);
    }

    @Override
    public void active(boolean now) {
        if (!now) outline.setVisible(false);
    }

    @Override
    public boolean press(StagePointer at) {
        PipelineResult shown = stage.shown();
        if (shown == null) return false;
        canvas.begin(at.x() - 0.5, at.y() - 0.5, radius(shown.frame()));
        move(at);
        return true;
    }

    @Override
    public void drag(StagePointer at) {
        canvas.to(at.x() - 0.5, at.y() - 0.5);
        move(at);
    }

    private double radius(Frame image) {
        return canvas.size() * Math.min(image.width(), image.height());
    }

    @Override
    public void move(StagePointer at) {
        PipelineResult shown = stage.shown();
        outline.setVisible(shown != null);
        if (shown == null) return;
        outline.setCenterX(at.event().getX());
        outline.setCenterY(at.event().getY());
        outline.setRadius(radius(shown.frame()) * stage.viewport().toStage().e());
    }

    @Override
    public void leave() {
        outline.setVisible(false);
    }

    @Override
    public boolean describes() {
        return false;
    }

    @Override
    public Node marks() {
        return outline;
    }
}
