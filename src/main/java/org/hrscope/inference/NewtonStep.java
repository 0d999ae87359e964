package org.hrscope.inference;

import org.hrscope.domain.Keypoint;

/// One Newton step from a peak, by the first and second derivatives of the map's logarithm there.
record NewtonStep(double dx, double dy, double dxx, double dxy, double dyy) {

    /// Where the surface has its top; the peak itself where the second derivatives give none.
    Keypoint from(Peak peak) {
        double determinant = dxx * dyy - dxy * dxy;
        if (determinant == 0) return peak.keypoint();
        double stepX = -(dyy * dx - dxy * dy) / determinant;
        double stepY = -(dxx * dy - dxy * dx) / determinant;
        return Double.isFinite(stepX + stepY) ? peak.moved(stepX, stepY) : peak.keypoint();
    }
}
