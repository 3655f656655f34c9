using System.Globalization;

namespace Scoring.Cli.Tests.Browser;

/// <summary>What is drawn is what is printed.</summary>
public sealed class ReportFiguresTests
{
    private const string Waterfalls = """
        () => [...document.querySelectorAll("article")].map(article => {
          const bars = [...article.querySelectorAll(".bar")].map(bar => {
            const [place, box] = [bar.querySelector("rect").getBoundingClientRect(), bar.querySelector("svg").getBoundingClientRect()];
            return { left: place.left - box.left, right: place.right - box.left, width: box.width, value: bar.querySelector("i").textContent, minus: bar.classList.contains("minus") };
          });
          const ticks = [...article.querySelector(".ax svg").querySelectorAll("text")].map(text => ({ x: parseFloat(text.getAttribute("x")), db: text.textContent }));
          return { bars, ticks, sentence: article.querySelector(".sentence").textContent };
        })
        """;

    [TestCase("sample")]
    [TestCase("rich")]
    public async Task Bars_AsDrawnAndAsPrinted_SumToThePrintedScore(string corpus)
    {
        await using var report = await ReportPage.Open(corpus == "rich" ? ScoredReports.Rich : ScoredReports.Sample);
        await report.OpenEverything();
        var waterfalls = await report.Page.EvaluateAsync<Waterfall[]>(Waterfalls);
        Assert.That(waterfalls, Is.Not.Empty);
        foreach (var waterfall in waterfalls)
        {
            var (parts, total) = (waterfall.Bars[..^1], waterfall.Bars[^1]);
            Assert.That(parts.Sum(bar => Tenths(bar.Value)), Is.EqualTo(Tenths(total.Value)), waterfall.Sentence);
            Assert.That(waterfall.Sentence, Does.Contain($"), {total.Value} dB"));

            // A deciban in pixels by two ticks; then each bar begins where the one before it ends, and the last ends where they lead.
            var perDb = total.Width / 100 * (waterfall.Ticks[^1].X - waterfall.Ticks[0].X) / (Db(waterfall.Ticks[^1].Db) - Db(waterfall.Ticks[0].Db));
            var zero = (total.Width / 100 * waterfall.Ticks[0].X) - (Db(waterfall.Ticks[0].Db) * perDb);
            var at = zero;
            foreach (var bar in parts)
            {
                Assert.That(bar.Minus ? bar.Right : bar.Left, Is.EqualTo(at).Within(3), waterfall.Sentence);
                at = bar.Minus ? bar.Left : bar.Right;
                Assert.That(bar.Right - bar.Left, Is.EqualTo(Math.Abs(Tenths(bar.Value) / 10.0 * perDb)).Within((0.11 * perDb) + 3), waterfall.Sentence);
            }

            Assert.That(zero + (Tenths(total.Value) / 10.0 * perDb), Is.EqualTo(at).Within((0.06 * perDb) + 3), waterfall.Sentence);
        }
    }

    private static int Tenths(string text) => (int)Math.Round(10 * Db(text));

    private static double Db(string text) => double.Parse(text.Replace('−', '-'), CultureInfo.InvariantCulture);

    private sealed class Waterfall
    {
        public DrawnBar[] Bars { get; set; } = [];

        public Tick[] Ticks { get; set; } = [];

        public string Sentence { get; set; } = "";
    }

    private sealed class DrawnBar
    {
        public double Left { get; set; }

        public double Right { get; set; }

        public double Width { get; set; }

        public string Value { get; set; } = "";

        public bool Minus { get; set; }
    }

    private sealed class Tick
    {
        public double X { get; set; }

        public string Db { get; set; } = "";
    }
}
