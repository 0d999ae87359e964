package org.hrscope.ui.network;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.hrscope.ui.network.MapNode.Box;

/// On the screen. FX thread.
record CanvasDrawing(GraphicsContext to) implements Drawing {
    @Override
    public void setGlobalAlpha(double alpha) {
        to.setGlobalAlpha(alpha);
    }

    @Override
    public void setFill(Color colour) {
        to.setFill(colour);
    }

    @Override
    public void setStroke(Color colour) {
        to.setStroke(colour);
    }

    @Override
    public void setLineWidth(double width) {
        to.setLineWidth(width);
    }

    @Override
    public void setLineDashes(double... dashes) {
        to.setLineDashes(dashes);
    }

    @Override
    public void fillRect(double x, double y, double width, double height) {
        to.fillRect(x, y, width, height);
    }

    @Override
    public void fillRoundRect(
            double x, double y, double width, double height, double arcX, double arcY) {
        to.fillRoundRect(x, y, width, height, arcX, arcY);
    }

    @Override
    public void strokeRoundRect(
            double x, double y, double width, double height, double arcX, double arcY) {
        to.strokeRoundRect(x, y, width, height, arcX, arcY);
    }

    @Override
    public void fillOval(double x, double y, double width, double height) {
        to.fillOval(x, y, width, height);
    }

    @Override
    public void strokeOval(double x, double y, double width, double height) {
        to.strokeOval(x, y, width, height);
    }

    @Override
    public void strokeLine(double x1, double y1, double x2, double y2) {
        to.strokeLine(x1, y1, x2, y2);
    }

    @Override
    public void beginPath() {
        to.beginPath();
    }

    @Override
    public void moveTo(double x, double y) {
        to.moveTo(x, y);
    }

    @Override
    public void lineTo(double x, double y) {
        to.lineTo(x, y);
    }

    @Override
    public void bezierCurveTo(double x1, double y1, double x2, double y2, double x, double y) {
        to.bezierCurveTo(x1, y1, x2, y2, x, y);
    }

    @Override
    public void stroke() {
        to.stroke();
    }

    @Override
    public void fillImage(Image image, Box box, double round) {
        to.setFill(new ImagePattern(image, box.x(), box.y(), box.width(), box.height(), false));
        to.fillRoundRect(box.x(), box.y(), box.width(), box.height(), round, round);
    }

    @Override
    public void fillCentred(String text, double x, double y, Font font) {
        to.setFont(font);
        to.setTextAlign(TextAlignment.CENTER);
        to.setTextBaseline(VPos.CENTER);
        to.fillText(text, x, y);
    }
}
