#pragma once
#include "peer.hpp"

struct Brusselator {
    int n, steps;
    double alpha, h;

    template <class T>
    T value(const T *x) const {
        int size = n * n;
        std::vector<T> u(x, x + size), v(x + size, x + 2 * size), u2(u), v2(v);
        for (int step = 0; step < steps; step++) {
            advance(u.data(), v.data(), u2.data(), v2.data());
            u.swap(u2);
            v.swap(v2);
        }
        T sum = 0;
        for (int i = 0; i < size; i++) sum += u[i] * u[i] + v[i] * v[i];
        return sum;
    }

    // All states are kept; cotangents inside are gathered, those at the rim summed up in the gradient.
    double hand(const double *x, double *gradient) const {
        int size = n * n;
        std::vector<std::vector<double>> u(steps + 1, std::vector<double>(x, x + size));
        std::vector<std::vector<double>> v(steps + 1, std::vector<double>(x + size, x + 2 * size));
        for (int step = 0; step < steps; step++) {
            advance(u[step].data(), v[step].data(), u[step + 1].data(), v[step + 1].data());
        }
        double value = 0;
        for (int i = 0; i < size; i++) value += u[steps][i] * u[steps][i] + v[steps][i] * v[steps][i];
        std::vector<double> ub(size), vb(size), ub2(size), vb2(size);
        double *ug = gradient, *vg = gradient + size;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int p = i * n + j;
                bool inside = i > 0 && j > 0 && i < n - 1 && j < n - 1;
                (inside ? ub[p] : ug[p]) = 2 * u[steps][p];
                (inside ? vb[p] : vg[p]) = 2 * v[steps][p];
                if (inside) ug[p] = vg[p] = 0;
            }
        }
        for (int step = steps - 1; step >= 0; step--) {
            pull_back(u[step].data(), v[step].data(), ub.data(), vb.data(), ub2.data(), vb2.data());
            rim(ub.data(), ug);
            rim(vb.data(), vg);
            ub.swap(ub2);
            vb.swap(vb2);
        }
        for (int p = 0; p < size; p++) {
            ug[p] += ub[p];
            vg[p] += vb[p];
        }
        return value;
    }

private:
    template <class T>
    void advance(const T *__restrict u, const T *__restrict v, T *__restrict u2, T *__restrict v2) const {
        for (int i = 1; i < n - 1; i++) {
            for (int p = i * n + 1; p < i * n + n - 1; p++) {
                T reaction = u[p] * u[p] * v[p];
                T du = u[p - n] + u[p - 1] + u[p + 1] + u[p + n] - 4 * u[p];
                T dv = v[p - n] + v[p - 1] + v[p + 1] + v[p + n] - 4 * v[p];
                u2[p] = u[p] + h * (1 + reaction - 4.4 * u[p] + alpha * du);
                v2[p] = v[p] + h * (3.4 * u[p] - reaction + alpha * dv);
            }
        }
    }

    void pull_back(const double *__restrict u, const double *__restrict v, const double *__restrict ub, const double *__restrict vb,
            double *__restrict ub2, double *__restrict vb2) const {
        for (int i = 1; i < n - 1; i++) {
            for (int p = i * n + 1; p < i * n + n - 1; p++) {
                double a = ub[p], b = vb[p], r = h * (a - b);
                double da = ub[p - n] + ub[p - 1] + ub[p + 1] + ub[p + n] - 4 * a;
                double db = vb[p - n] + vb[p - 1] + vb[p + 1] + vb[p + n] - 4 * b;
                ub2[p] = a + r * 2 * u[p] * v[p] + h * (3.4 * b - 4.4 * a) + h * alpha * da;
                vb2[p] = b + r * u[p] * u[p] + h * alpha * db;
            }
        }
    }

    void rim(const double *b, double *g) const {
        double c = h * alpha;
        int last = n * (n - 1);
        for (int i = 1; i < n - 1; i++) {
            g[i] += c * b[i + n];
            g[last + i] += c * b[last + i - n];
            g[i * n] += c * b[i * n + 1];
            g[i * n + n - 1] += c * b[i * n + n - 2];
        }
    }
};
