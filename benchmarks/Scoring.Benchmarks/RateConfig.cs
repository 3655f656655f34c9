using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Scoring.Benchmarks;

/// <summary>Adds assertions a second to the table.</summary>
public sealed class RateConfig : ManualConfig
{
    public RateConfig() => AddColumn(new RateColumn());

    private sealed class RateColumn : IColumn
    {
        public string Id => nameof(RateColumn);

        public string ColumnName => "M assertions/s";

        public bool AlwaysShow => true;

        public ColumnCategory Category => ColumnCategory.Custom;

        public int PriorityInCategory => 0;

        public bool IsNumeric => true;

        public UnitType UnitType => UnitType.Dimensionless;

        public string Legend => "Assertions a second, in millions";

        public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

        public bool IsAvailable(Summary summary) => true;

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
        {
            var assertions = (int)benchmarkCase.Parameters[nameof(OneCoinPassBenchmarks.Assertions)];
            var nanoseconds = summary[benchmarkCase]?.ResultStatistics?.Median;
            return nanoseconds is { } median ? (1000.0 * assertions / median).ToString("0", CultureInfo.InvariantCulture) : "–";
        }

        public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);
    }
}
