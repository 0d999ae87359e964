package org.hrscope.ui.network;

import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.hrscope.ui.network.MapNode.Box;

/// What the map is drawn with, so that one painter serves the screen and a vector file. Named like, and meaning the
/// same as, the methods of a canvas. FX thread.
interface Drawing {
    void setGlobalAlpha(double alpha);

    void setFill(Color colour);

    void setStroke(Color colour);

    void setLineWidth(double width);

    void setLineDashes(double... dashes);

    void fillRect(double x, double y, double width, double height);

    void fillRoundRect(double x, double y, double width, double height, double arcX, double arcY);

    void strokeRoundRect(double x, double y, double width, double height, double arcX, double arcY);

    void fillOval(double x, double y, double width, double height);

    void strokeOval(double x, double y, double width, double height);

    void strokeLine(double x1, double y1, double x2, double y2);

    void beginPath();

    void moveTo(double x, double y);

    void lineTo(double x, double y);

    void bezierCurveTo(double x1, double y1, double x2, double y2, double x, double y);

    /// Strokes the path.
    void stroke();

    /// Fills a box with rounded corners by an image, opaque whatever the global alpha.
    void fillImage(Image image, Box box, double round);

    /// Centred both ways.
    void fillCentred(String text, double x, double y, Font font);

    default void centred(String text, double x, double y, Color colour, Font font) {
        setFill(colour);
        fillCentred(text, x, y, font);
    }
}
