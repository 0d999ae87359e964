package org.hrscope.ui.network;

import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.hrscope.domain.Problem;
import org.hrscope.export.PngFile;
import org.hrscope.ui.common.NodePicture;
import org.hrscope.ui.common.Texts;
import org.hrscope.ui.network.MapNode.Box;

/// As SVG 1.1: shapes stay shapes and words stay words, to be edited and searched; images are enclosed as PNG.
/// Libraries for this take drawing calls of AWT, which would have to be started for them. FX thread.
final class SvgDrawing implements Drawing {
    private final StringBuilder svg = new StringBuilder(1 << 16);
    private final StringBuilder path = new StringBuilder();
    private final double width;
    private final double height;
    private double alpha = 1;
    private Color fill = Color.BLACK;
    private Color stroke = Color.BLACK;
    private double line = 1;
    private String dashes = "";
    private int clips;

    SvgDrawing(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /// The whole file.
    String text() {
        return Texts.format(
                """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"\
         width="%s" height="%s" viewBox="0 0 %s %s">
        %s</svg>
        """,
                n(width), n(height), n(width), n(height), svg);
    }

    /// Short, and with a point in every language.
    private static String n(double value) {
        String text = Texts.format("%.2f", value);
        return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }

    private void add(String element, Object... values) {
        svg.append(Texts.format(element, values)).append('\n');
    }

    private String paint(String kind, Color colour) {
        double opacity = colour.getOpacity() * alpha;
        String hex =
                Texts.format(
                        "#%02x%02x%02x",
                        Math.round(255 * colour.getRed()),
                        Math.round(255 * colour.getGreen()),
                        Math.round(255 * colour.getBlue()));
        String solid = kind + "=\"" + hex + "\"";
        return opacity >= 1 ? solid : solid + " " + kind + "-opacity=\"" + n(opacity) + "\"";
    }

    private String filled() {
        return paint("fill", fill);
    }

    private String stroked() {
        return "fill=\"none\" "
                + paint("stroke", stroke)
                + " stroke-width=\""
                + n(line)
                + "\""
                + dashes;
    }

    @Override
    public void setGlobalAlpha(double to) {
        alpha = to;
    }

    @Override
    public void setFill(Color colour) {
        fill = colour;
    }

    @Override
    public void setStroke(Color colour) {
        stroke = colour;
    }

    @Override
    public void setLineWidth(double to) {
        line = to;
    }

    @Override
    public void setLineDashes(double... to) {
        dashes =
                to.length == 0
                        ? ""
                        : Arrays.stream(to)
                                .mapToObj(SvgDrawing::n)
                                .collect(Collectors.joining(" ", " stroke-dasharray=\"", "\""));
    }

    @Override
    public void fillRect(double x, double y, double wide, double high) {
        rect(new Box(x, y, wide, high), 0, filled());
    }

    @Override
    public void fillRoundRect(
            double x, double y, double wide, double high, double arcX, double arcY) {
        rect(new Box(x, y, wide, high), arcX, filled());
    }

    @Override
    public void strokeRoundRect(
            double x, double y, double wide, double high, double arcX, double arcY) {
        rect(new Box(x, y, wide, high), arcX, stroked());
    }

    /// @param arc a canvas gives the corner's diameter
    private void rect(Box box, double arc, String style) {
        add("<rect %s rx=\"%s\" %s/>", place(box), n(arc / 2), style);
    }

    private static String place(Box box) {
        return Texts.format(
                "x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"",
                n(box.x()), n(box.y()), n(box.width()), n(box.height()));
    }

    @Override
    public void fillOval(double x, double y, double wide, double high) {
        oval(new Box(x, y, wide, high), filled());
    }

    @Override
    public void strokeOval(double x, double y, double wide, double high) {
        oval(new Box(x, y, wide, high), stroked());
    }

    private void oval(Box box, String style) {
        add(
                "<ellipse cx=\"%s\" cy=\"%s\" rx=\"%s\" ry=\"%s\" %s/>",
                n(box.centerX()), n(box.centerY()), n(box.width() / 2), n(box.height() / 2), style);
    }

    @Override
    public void strokeLine(double x1, double y1, double x2, double y2) {
        add(
                "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" %s/>",
                n(x1), n(y1), n(x2), n(y2), stroked());
    }

    @Override
    public void beginPath() {
        path.setLength(0);
    }

    @Override
    public void moveTo(double x, double y) {
        path.append("M").append(n(x)).append(' ').append(n(y));
    }

    @Override
    public void lineTo(double x, double y) {
        path.append("L").append(n(x)).append(' ').append(n(y));
    }

    @Override
    public void bezierCurveTo(double x1, double y1, double x2, double y2, double x, double y) {
        path.append("C").append(n(x1)).append(' ').append(n(y1));
        path.append(' ').append(n(x2)).append(' ').append(n(y2));
        path.append(' ').append(n(x)).append(' ').append(n(y));
    }

    @Override
    public void stroke() {
        if (!path.isEmpty()) add("<path d=\"%s\" %s/>", path, stroked());
    }

    @Override
    public void fillImage(Image image, Box box, double round) {
        try {
            NodePicture pixels = NodePicture.of(image);
            byte[] png = PngFile.bytes(pixels.width(), pixels.height(), pixels.bgra());
            String clip = "r" + ++clips;
            svg.append("<clipPath id=\"").append(clip).append("\">");
            rect(box, round, "");
            add("</clipPath>");
            add(
                    "<image %s preserveAspectRatio=\"none\" clip-path=\"url(#%s)\""
                            + " image-rendering=\"pixelated\""
                            + " xlink:href=\"data:image/png;base64,%s\"/>",
                    place(box), clip, Base64.getEncoder().encodeToString(png));
        } catch (Problem noPng) {
            rect(box, round, filled());
        }
    }

    @Override
    public void fillCentred(String text, double x, double y, Font font) {
        boolean bold = font.getStyle().toLowerCase(Locale.ROOT).contains("bold");
        // Baselines differ between viewers; a shift is understood by all.
        add(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"middle\" font-family=\"%s, sans-serif\""
                        + " font-size=\"%s\"%s %s>%s</text>",
                n(x),
                n(y + 0.35 * font.getSize()),
                escaped(font.getFamily()),
                n(font.getSize()),
                bold ? " font-weight=\"bold\"" : "",
                filled(),
                escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
