package org.hrscope.capture.figure;

import java.util.List;

/// Paints figures over each other into images. One thread.
final class Easel {
    private final Sheet sheet = new Sheet();
    private final Brush brush;

    /// @param height of the tallest image, in pixels
    Easel(int height) {
        brush = new Brush(sheet, height);
    }

    /// Paints over the canvas's contents.
    void paint(Member figure, Appearance look, Canvas canvas) {
        Camera camera = figure.camera();
        List<Shadow.Pool> shadows = Shadow.pools(figure.body(), camera);
        sheet.around(figure.body(), shadows, camera, canvas.width, canvas.height);
        sheet.over(canvas);
        for (Shadow.Pool pool : shadows) Shadow.paint(sheet, pool);
        new FigurePainter(camera, brush, look.person(), look.outfit())
                .paint(figure.body(), look.openEyes());
        sheet.putBack();
    }
}
