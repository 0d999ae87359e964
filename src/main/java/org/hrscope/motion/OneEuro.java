package org.hrscope.motion;

/// Parameters of the one-euro filter (Casiez, Roussel and Vogel, CHI 2012).
///
/// @param minCutoff in hertz: lower is smoother at rest
/// @param beta      in hertz per body height per second: higher means less lag in motion
public record OneEuro(double minCutoff, double beta) {
    public static final OneEuro STANDARD = new OneEuro(0.7, 17);

    public OneEuro {
        if (!(minCutoff > 0) || !(beta >= 0)) {
            throw new IllegalArgumentException(minCutoff + " Hz, beta " + beta);
        }
    }
}
