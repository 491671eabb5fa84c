#pragma once
#include "peer.hpp"

struct NBody {
    int bodies, steps;
    std::vector<double> masses;
    double h;

    static constexpr double SOFTENING = 0.01;

    template <class T>
    T value(const T *in) const {
        int n = 3 * bodies;
        std::vector<T> x(in, in + n), v(in + n, in + 2 * n), a(n);
        accelerations(x.data(), a.data());
        for (int step = 0; step < steps; step++) {
            for (int i = 0; i < n; i++) {
                v[i] += h / 2 * a[i];
                x[i] += h * v[i];
            }
            accelerations(x.data(), a.data());
            for (int i = 0; i < n; i++) v[i] += h / 2 * a[i];
        }
        T sum = 0;
        for (int i = 0; i < n; i++) sum += x[i] * x[i];
        return sum;
    }

    // Positions of all steps are kept.
    double hand(const double *in, double *gradient) const {
        int n = 3 * bodies;
        std::vector<double> all((steps + 1) * n), v(in + n, in + 2 * n), a(n), ab(n);
        std::copy(in, in + n, all.begin());
        accelerations(in, a.data());
        for (int step = 1; step <= steps; step++) {
            double *x = &all[step * n];
            for (int i = 0; i < n; i++) {
                v[i] += h / 2 * a[i];
                x[i] = x[i - n] + h * v[i];
            }
            accelerations(x, a.data());
            for (int i = 0; i < n; i++) v[i] += h / 2 * a[i];
        }
        const double *last = &all[steps * n];
        double *xb = gradient, *vb = gradient + n;
        scale(xb, 2, last, n);
        fill(vb, n, 0);
        for (int step = steps; step > 0; step--) {
            add_scaled(ab.data(), h / 2, vb, n);
            pull_back_accelerations(&all[step * n], ab.data(), xb);
            add_scaled(vb, h, xb, n);
            scale(ab.data(), h / 2, vb, n);
        }
        pull_back_accelerations(all.data(), ab.data(), xb);
        return dot(last, last, n);
    }

private:
    template <class T>
    void accelerations(const T *x, T *a) const {
        using std::sqrt;
        for (int i = 0; i < 3 * bodies; i++) a[i] = 0;
        for (int i = 0; i < bodies; i++) {
            for (int j = i + 1; j < bodies; j++) {
                T dx = x[3 * i] - x[3 * j], dy = x[3 * i + 1] - x[3 * j + 1], dz = x[3 * i + 2] - x[3 * j + 2];
                T square = dx * dx + dy * dy + dz * dz + SOFTENING;
                T cube = 1 / (square * sqrt(square));
                T pull = masses[j] * cube, push = masses[i] * cube;
                a[3 * i] -= pull * dx;
                a[3 * i + 1] -= pull * dy;
                a[3 * i + 2] -= pull * dz;
                a[3 * j] += push * dx;
                a[3 * j + 1] += push * dy;
                a[3 * j + 2] += push * dz;
            }
        }
    }

    void pull_back_accelerations(const double *x, const double *ab, double *xb) const {
        for (int i = 0; i < bodies; i++) {
            double sum[3] = {0, 0, 0};
            for (int j = i + 1; j < bodies; j++) {
                double d[3], q[3], square = SOFTENING, along = 0;
                for (int c = 0; c < 3; c++) {
                    d[c] = x[3 * i + c] - x[3 * j + c];
                    q[c] = masses[i] * ab[3 * j + c] - masses[j] * ab[3 * i + c];
                    square += d[c] * d[c];
                    along += q[c] * d[c];
                }
                double cube = 1 / (square * std::sqrt(square));
                along *= 3 / square;
                for (int c = 0; c < 3; c++) {
                    double g = cube * (q[c] - along * d[c]);
                    sum[c] += g;
                    xb[3 * j + c] -= g;
                }
            }
            for (int c = 0; c < 3; c++) xb[3 * i + c] += sum[c];
        }
    }
};
