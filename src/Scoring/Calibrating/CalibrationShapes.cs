using System.Text.Json.Serialization;

namespace Scoring.Calibrating;

/// <summary>The shape of calibrations in JSON.</summary>
[JsonSerializable(typeof(CalibrationText))]
internal sealed partial class CalibrationShapes : JsonSerializerContext;
