using DuckDB.NET.Data;

// What whole runs are measured against: a majority vote in SQL over the same file, its winners written as CSV.
// Not in the solution, since its package brings the engine for every platform: several hundred megabytes.
if (args is not [var claims, var winners])
{
    Console.Error.WriteLine("usage: majority-in-sql CLAIMS WINNERS");
    return 2;
}

using var connection = new DuckDBConnection("DataSource=:memory:");
connection.Open();
using var command = connection.CreateCommand();
command.CommandText = $"""
    COPY (
      SELECT item, arg_max(value, (votes, value)) AS value, max(votes) AS votes
      FROM (SELECT item, value, count(*) AS votes FROM read_csv('{Quoted(claims)}', header = true, all_varchar = true) GROUP BY item, value)
      GROUP BY item)
    TO '{Quoted(winners)}' (HEADER, DELIMITER ',')
    """;
command.ExecuteNonQuery();
return 0;

static string Quoted(string path) => path.Replace("'", "''", StringComparison.Ordinal);
