// As ADBench defines it; see the Java function for the meaning of the arrays.
#pragma once
#include "peer.hpp"

struct Gmm {
    int n, d, k, m;
    std::vector<double> points;
    double gamma;

    int length() const { return d * (d + 1) / 2; }

    double log_normalization() const {
        int degrees = d + m + 1;
        double log_gamma = 0.25 * d * (d - 1) * std::log(M_PI);
        for (int j = 1; j <= d; j++) log_gamma += std::lgamma(0.5 * degrees + 0.5 * (1 - j));
        return degrees * d * (std::log(gamma) - 0.5 * std::log(2)) - log_gamma;
    }

    template <class T>
    T value(const T *x) const {
        using std::exp;
        const T *alphas = x, *means = x + k, *icf = means + k * d;
        std::vector<T> diagonals(k * d), determinants(k), centered(d), scaled(d), terms(k);
        for (int j = 0; j < k; j++) {
            determinants[j] = 0;
            for (int a = 0; a < d; a++) {
                determinants[j] += icf[j * length() + a];
                diagonals[j * d + a] = exp(icf[j * length() + a]);
            }
        }
        T sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                for (int a = 0; a < d; a++) {
                    centered[a] = points[i * d + a] - means[j * d + a];
                    scaled[a] = diagonals[j * d + a] * centered[a];
                }
                const T *next = icf + j * length() + d;
                for (int a = 0; a < d; a++) {
                    for (int b = a + 1; b < d; b++) scaled[b] += *next++ * centered[a];
                }
                terms[j] = alphas[j] + determinants[j] - 0.5 * squared_norm(scaled.data(), d);
            }
            sum += log_sum_exp(terms.data(), k);
        }
        T prior = -k * log_normalization();
        for (int j = 0; j < k; j++) {
            T frobenius = squared_norm(&diagonals[j * d], d) + squared_norm(icf + j * length() + d, length() - d);
            prior += 0.5 * gamma * gamma * frobenius - m * determinants[j];
        }
        return -n * d * 0.5 * std::log(2 * M_PI) + sum - n * log_sum_exp(alphas, k) + prior;
    }

    double hand(const double *x, double *gradient) const {
        const double *alphas = x, *means = x + k, *icf = means + k * d;
        double *alphas_b = gradient, *means_b = gradient + k, *icf_b = means_b + k * d;
        fill(gradient, k + k * d + k * length(), 0);
        std::vector<double> diagonals(k * d), determinants(k), diagonals_b(k * d), determinants_b(k);
        std::vector<double> centered(k * d), scaled(k * d), terms(k);
        for (int j = 0; j < k; j++) {
            for (int a = 0; a < d; a++) {
                determinants[j] += icf[j * length() + a];
                diagonals[j * d + a] = std::exp(icf[j * length() + a]);
            }
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                double *c = &centered[j * d], *s = &scaled[j * d];
                for (int a = 0; a < d; a++) {
                    c[a] = points[i * d + a] - means[j * d + a];
                    s[a] = diagonals[j * d + a] * c[a];
                }
                const double *next = icf + j * length() + d;
                for (int a = 0; a < d; next += d - 1 - a, a++) add_scaled(s + a + 1, c[a], next, d - 1 - a);
                terms[j] = alphas[j] + determinants[j] - 0.5 * squared_norm(s, d);
            }
            sum += softmax(terms.data(), k);
            for (int j = 0; j < k; j++) {
                double *c = &centered[j * d], *s = &scaled[j * d];
                determinants_b[j] += terms[j];
                for (int a = 0; a < d; a++) s[a] *= -terms[j];
                int next = j * length() + d;
                for (int a = 0; a < d; next += d - 1 - a, a++) {
                    means_b[j * d + a] -= dot(icf + next, s + a + 1, d - 1 - a) + s[a] * diagonals[j * d + a];
                    diagonals_b[j * d + a] += s[a] * c[a];
                    add_scaled(icf_b + next, c[a], s + a + 1, d - 1 - a);
                }
            }
        }
        std::copy(alphas, alphas + k, alphas_b);
        double weights = softmax(alphas_b, k);
        double prior = -k * log_normalization();
        for (int j = 0; j < k; j++) {
            alphas_b[j] = determinants_b[j] - n * alphas_b[j];
            int below = j * length() + d;
            double frobenius = squared_norm(&diagonals[j * d], d) + squared_norm(icf + below, length() - d);
            prior += 0.5 * gamma * gamma * frobenius - m * determinants[j];
            add_scaled(icf_b + below, gamma * gamma, icf + below, length() - d);
            for (int a = 0; a < d; a++) {
                double q = diagonals[j * d + a];
                icf_b[j * length() + a] = (diagonals_b[j * d + a] + gamma * gamma * q) * q + determinants_b[j] - m;
            }
        }
        return -n * d * 0.5 * std::log(2 * M_PI) + sum - n * weights + prior;
    }

    template <class T>
    static T squared_norm(const T *x, int length) {
        T sum = 0;
        for (int i = 0; i < length; i++) sum += x[i] * x[i];
        return sum;
    }
};
