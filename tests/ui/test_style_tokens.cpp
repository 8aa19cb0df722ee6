// The look, as far as it can be computed: contrast of every pair in use, icons, measures, the style sheet.
#include "tests/support/gui_watch.hpp"
#include "ui/style/apply.hpp"
#include "ui/style/figures.hpp"
#include "ui/style/icons.hpp"
#include "ui/style/paint.hpp"
#include "ui/style/style_sheet.hpp"
#include "ui/style/theme.hpp"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <set>

using namespace countersign;
using style::Tone;

namespace
{

int inkedPixels(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            count += qAlpha(image.pixel(x, y)) > 64 ? 1 : 0;
    return count;
}

QImage glyph(int quarters)
{
    QImage image(64, 64, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    style::drawQuarters(painter, QRectF(0, 0, 64, 64), quarters, Tone::Ink1, style::Theme());
    return image;
}

} // namespace

class TestStyleTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastOfEveryPair_data()
    {
        QTest::addColumn<int>("fore");
        QTest::addColumn<int>("ground");
        QTest::addColumn<double>("least");
        for (const style::TonePair &pair : style::tonePairs()) {
            const QByteArray name = QByteArray(style::toneName(pair.fore).data()) + " on "
                                    + QByteArray(style::toneName(pair.ground).data());
            QTest::addRow("%s", name.constData())
                << static_cast<int>(pair.fore) << static_cast<int>(pair.ground) << pair.contrastMin;
        }
    }
    void contrastOfEveryPair()
    {
        QFETCH(int, fore);
        QFETCH(int, ground);
        QFETCH(double, least);
        for (const auto *tones : {&style::lightTones(), &style::darkTones(), &style::contrastTones()}) {
            const double ratio =
                style::contrast((*tones)[static_cast<std::size_t>(fore)], (*tones)[static_cast<std::size_t>(ground)]);
            QVERIFY2(ratio >= least, qPrintable(QStringLiteral("%1 of %2").arg(ratio).arg(least)));
        }
    }
    void highContrastIsHigh()
    {
        const auto &tones = style::contrastTones();
        for (const style::TonePair &pair : style::tonePairs()) {
            const double ratio = style::contrast(tones[static_cast<std::size_t>(pair.fore)],
                                                 tones[static_cast<std::size_t>(pair.ground)]);
            if (pair.contrastMin >= style::textContrastMin)
                QVERIFY2(ratio >= style::highContrastMin,
                         qPrintable(QStringLiteral("%1 on %2: %3")
                                        .arg(QLatin1String(style::toneName(pair.fore).data()),
                                             QLatin1String(style::toneName(pair.ground).data()))
                                        .arg(ratio)));
        }
    }
    void contrastIsWcag()
    {
        QCOMPARE(style::contrast(0x000000, 0xffffff), 21.0);
        QCOMPARE(style::contrast(0x777777, 0x777777), 1.0);
        QVERIFY(std::abs(style::contrast(0x777777, 0xffffff) - 4.48) < 0.01); // the well-known grey that just fails
    }
    void everyInkIsPairedWithItsGround()
    {
        std::set<Tone> fores;
        for (const style::TonePair &pair : style::tonePairs())
            fores.insert(pair.fore);
        for (const Tone ink : {Tone::Ink1, Tone::Ink2, Tone::Ink3, Tone::Accent, Tone::OnAccent, Tone::Info, Tone::Warn,
                               Tone::Stop, Tone::Good, Tone::Outline})
            QVERIFY(fores.contains(ink));
    }
    void theSheetLeavesNoTokenOpen()
    {
        for (const auto look : {style::Look::Light, style::Look::Dark, style::Look::HighContrast}) {
            const QString sheet = style::styleSheet(style::Theme(look));
            QVERIFY(!sheet.isEmpty());
            QVERIFY2(!sheet.contains(u'@'), qPrintable(sheet.mid(sheet.indexOf(u'@'), 40)));
        }
        QCOMPARE(style::fillTokens(QStringLiteral("a { color: @nothing; }"), style::Theme()),
                 QStringLiteral("a { color: @nothing; }"));
    }
    void measuresFollowTheScale()
    {
        const style::Theme twice(style::Look::Light, 2);
        QCOMPARE(twice.px(8), 16);
        QCOMPARE(twice.font(style::Type::Body).pixelSize(), 30);
        QCOMPARE(style::fillTokens(QStringLiteral("x { padding: 3px 12px; }"), twice),
                 QStringLiteral("x { padding: 6px 24px; }"));
        QCOMPARE(style::Theme(style::Look::Light, 9).scale(), style::scaleMax);
        QCOMPARE(style::Theme(style::Look::Light, 0.1).scale(), style::scaleMin);
    }
    void everyIconIsDrawn_data()
    {
        QTest::addColumn<int>("which");
        for (int i = 0; i < static_cast<int>(style::Icon::Count); ++i)
            QTest::addRow("%s", qPrintable(style::iconFile(static_cast<style::Icon>(i)))) << i;
    }
    void everyIconIsDrawn()
    {
        QFETCH(int, which);
        const auto icon = static_cast<style::Icon>(which);
        const QImage image = style::pixmap(icon, Tone::Ink1, style::Theme(), 40, 1).toImage();
        QVERIFY(inkedPixels(image) > 40);
        QFile file(style::iconFile(icon));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray svg = file.readAll();
        QVERIFY(svg.contains("stroke-width=\"1.5\"") && svg.count("stroke-width") == 1);
        QVERIFY(svg.contains("viewBox=\"0 0 20 20\""));
    }
    void iconsTakeTheColourOfTheTheme()
    {
        const auto colourOf = [](const style::Theme &theme) {
            const QImage image = style::pixmap(style::Icon::Check, Tone::Accent, theme, 80, 1).toImage();
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (qAlpha(image.pixel(x, y)) == 255)
                        return image.pixelColor(x, y).name();
            return QString();
        };
        const style::Theme dark(style::Look::Dark);
        QCOMPARE(colourOf(style::Theme()), style::Theme().color(Tone::Accent).name());
        QCOMPARE(colourOf(dark), dark.color(Tone::Accent).name());
    }
    void tiersDifferWithoutColour()
    {
        const int ink[] = {inkedPixels(glyph(0)), inkedPixels(glyph(1)), inkedPixels(glyph(2)), inkedPixels(glyph(4))};
        for (int i = 1; i < 4; ++i)
            QVERIFY(ink[i] > ink[i - 1] * 5 / 4);
    }
    void figuresAreOfOneWidth()
    {
        const QFont font = style::Theme().font(style::Type::Small);
        QCOMPARE(style::figuresWidth(font, QStringLiteral("111")), style::figuresWidth(font, QStringLiteral("808")));
        QVERIFY(style::figuresWidth(font, QStringLiteral("12 min")) > QFontMetricsF(font).horizontalAdvance(u'1'));
    }
    void aWidgetFindsTheTheme()
    {
        QVERIFY(!QFontDatabase::families().isEmpty());
        style::apply(*qApp, style::Theme(style::Look::Dark, 1.5));
        const QWidget widget;
        QCOMPARE(style::themeOf(&widget), style::Theme(style::Look::Dark, 1.5));
        QCOMPARE(style::themeOf(nullptr), style::Theme(style::Look::Dark, 1.5));
        style::apply(*qApp, style::Theme());
        QCOMPARE(style::themeOf(&widget), style::Theme());
    }
};

COUNTERSIGN_UI_MAIN(TestStyleTokens)
#include "test_style_tokens.moc"
