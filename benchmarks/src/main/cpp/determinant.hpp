#pragma once
#include "peer.hpp"

struct Determinant {
    int n;

    template <class T>
    T value(const T *a) const {
        return minor(a, 0, 0);
    }

    double hand(const double *a, double *gradient) const {
        fill(gradient, n * n, 0);
        return pull_back(a, 0, 0, 1, gradient);
    }

private:
    template <class T>
    T minor(const T *a, int row, unsigned without) const {
        if (row == n - 1) return a[row * n + __builtin_ctz(~without)];
        T sum = 0;
        double sign = 1;
        for (int column = 0; column < n; column++) {
            unsigned bit = 1u << column;
            if (!(without & bit)) {
                sum += sign * a[row * n + column] * minor(a, row + 1, without | bit);
                sign = -sign;
            }
        }
        return sum;
    }

    // The cotangent of a minor is known before the minor is; ends with minors of two rows.
    double pull_back(const double *a, int row, unsigned without, double cotangent, double *gradient) const {
        if (row == n - 2) {
            unsigned columns = ~without;
            int p = __builtin_ctz(columns), q = __builtin_ctz(columns & (columns - 1));
            const double *first = a + row * n, *second = first + n;
            double *first_b = gradient + row * n, *second_b = first_b + n;
            first_b[p] += cotangent * second[q];
            first_b[q] -= cotangent * second[p];
            second_b[q] += cotangent * first[p];
            second_b[p] -= cotangent * first[q];
            return first[p] * second[q] - first[q] * second[p];
        }
        double sum = 0, sign = 1;
        for (int column = 0; column < n; column++) {
            unsigned bit = 1u << column;
            if (!(without & bit)) {
                double entry = a[row * n + column];
                double minor = pull_back(a, row + 1, without | bit, sign * cotangent * entry, gradient);
                gradient[row * n + column] += sign * cotangent * minor;
                sum += sign * entry * minor;
                sign = -sign;
            }
        }
        return sum;
    }
};
