#pragma once
#include "peer.hpp"

struct RungeKutta {
    int n, steps;

    template <class T>
    T value(const T *x) const {
        double h = 1.0 / steps;
        std::vector<T> y(n), stage(n), k1(n), k2(n), k3(n), k4(n);
        for (T &yi : y) yi = 1;
        for (int step = 0; step < steps; step++) {
            rate(x, y.data(), k1.data());
            move(y.data(), h / 2, k1.data(), stage.data());
            rate(x, stage.data(), k2.data());
            move(y.data(), h / 2, k2.data(), stage.data());
            rate(x, stage.data(), k3.data());
            move(y.data(), h, k3.data(), stage.data());
            rate(x, stage.data(), k4.data());
            for (int i = 0; i < n; i++) y[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
        }
        T sum = 0;
        for (int i = 0; i < n; i++) sum += y[i] * y[i];
        return sum;
    }

    // States between steps are kept, stages computed again.
    double hand(const double *x, double *gradient) const {
        double h = 1.0 / steps;
        std::vector<std::vector<double>> y(steps + 1, std::vector<double>(n, 1.0));
        std::vector<double> s1(n), s2(n), s3(n), yb(n), kb(n), sb(n), sum_b(n), k1(n), k2(n), k3(n), k4(n);
        for (int step = 0; step < steps; step++) {
            const double *now = y[step].data();
            double *next = y[step + 1].data();
            rate(x, now, k1.data());
            move(now, h / 2, k1.data(), s1.data());
            rate(x, s1.data(), k2.data());
            move(now, h / 2, k2.data(), s2.data());
            rate(x, s2.data(), k3.data());
            move(now, h, k3.data(), s3.data());
            rate(x, s3.data(), k4.data());
            for (int i = 0; i < n; i++) next[i] = now[i] + h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
        }
        double value = 0;
        for (int i = 0; i < n; i++) {
            value += y[steps][i] * y[steps][i];
            yb[i] = 2 * y[steps][i];
        }
        fill(gradient, n, 0);
        for (int step = steps - 1; step >= 0; step--) {
            const double *now = y[step].data();
            move_by_rate(x, now, h / 2, now, s1.data());
            move_by_rate(x, now, h / 2, s1.data(), s2.data());
            move_by_rate(x, now, h, s2.data(), s3.data());
            scale(kb.data(), h / 6, yb.data(), n);
            pull_back_rate(x, s3.data(), kb.data(), gradient, sb.data());
            sum_b = sb;
            combine(kb.data(), h / 3, yb.data(), h, sb.data());
            pull_back_rate(x, s2.data(), kb.data(), gradient, sb.data());
            add_scaled(sum_b.data(), 1, sb.data(), n);
            combine(kb.data(), h / 3, yb.data(), h / 2, sb.data());
            pull_back_rate(x, s1.data(), kb.data(), gradient, sb.data());
            add_scaled(sum_b.data(), 1, sb.data(), n);
            combine(kb.data(), h / 6, yb.data(), h / 2, sb.data());
            pull_back_rate(x, now, kb.data(), gradient, sb.data());
            for (int i = 0; i < n; i++) yb[i] += sum_b[i] + sb[i];
        }
        return value;
    }

private:
    template <class T>
    void rate(const T *x, const T *y, T *y_dot) const {
        y_dot[0] = x[0];
        for (int i = 1; i < n; i++) y_dot[i] = x[i] * y[i - 1];
    }
    template <class T>
    void move(const T *y, double h, const T *y_dot, T *stage) const {
        for (int i = 0; i < n; i++) stage[i] = y[i] + h * y_dot[i];
    }
    void move_by_rate(const double *x, const double *y, double h, const double *at, double *__restrict stage) const {
        stage[0] = y[0] + h * x[0];
        for (int i = 1; i < n; i++) stage[i] = y[i] + h * (x[i] * at[i - 1]);
    }
    void combine(double *__restrict a, double p, const double *b, double q, const double *c) const {
        for (int i = 0; i < n; i++) a[i] = p * b[i] + q * c[i];
    }
    void pull_back_rate(const double *x, const double *y, const double *kb, double *__restrict xb, double *__restrict yb) const {
        xb[0] += kb[0];
        for (int i = 1; i < n; i++) xb[i] += y[i - 1] * kb[i];
        for (int i = 0; i < n - 1; i++) yb[i] = x[i + 1] * kb[i + 1];
        yb[n - 1] = 0;
    }
};
